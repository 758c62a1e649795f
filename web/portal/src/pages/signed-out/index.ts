export { default as SignedOut } from './SignedOut.svelte';
