import '@meent/ui/styles/index.css';
import { loadTown } from '@meent/ui/town/town.svelte.ts';
import { mount } from 'svelte';
import App from './App.svelte';
import { keepShell } from './keep-shell.ts';
import NoTown from './NoTown.svelte';

async function open(target: HTMLElement) {
  const here = await loadTown().then(
    () => App,
    () => NoTown,
  );
  mount(here, { target });
  // The first number a browser writes is slow: this one nobody waits for, the API is being asked.
  setTimeout(() => (0).toLocaleString());
  await keepShell();
}

const target = document.getElementById('app');
if (target) void open(target);
