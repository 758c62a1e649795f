export { default as Accessibility } from './Accessibility.svelte';
export { default as Privacy } from './Privacy.svelte';
export { default as Zones } from './Zones.svelte';
