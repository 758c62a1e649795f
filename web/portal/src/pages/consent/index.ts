export { default as Consent } from './Consent.svelte';
