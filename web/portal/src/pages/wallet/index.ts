// Topping up belongs to the wallet: one chunk, one group of texts.
export { default as Outcome } from '../top-up/Outcome.svelte';
export { default as TopUp } from '../top-up/TopUp.svelte';
export { default as Refund } from './Refund.svelte';
export { default as Transactions } from './Transactions.svelte';
export { default as Wallet } from './Wallet.svelte';
