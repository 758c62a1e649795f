import '@meent/ui/styles/index.css';
import { language } from '@meent/ui/language/language.svelte.ts';
import { loadTown } from '@meent/ui/town/town.svelte.ts';
import { mount } from 'svelte';
import App from './App.svelte';
import NoTown from './NoTown.svelte';

async function open(target: HTMLElement) {
  await language.ready();
  const here = await loadTown().then(
    () => App,
    () => NoTown,
  );
  mount(here, { target });
}

const target = document.getElementById('app');
if (target) void open(target);
