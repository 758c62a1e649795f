export { default as SignInProblem } from './SignInProblem.svelte';
