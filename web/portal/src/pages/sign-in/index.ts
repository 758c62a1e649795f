// All there is before one is in, and after: one chunk, one group of texts.
export { default as SignInProblem } from '../sign-in-problem/SignInProblem.svelte';
export { default as SignedOut } from '../signed-out/SignedOut.svelte';
export { default as SignIn } from './SignIn.svelte';
