import '../../styles/index.css';
import { mount } from 'svelte';
import { language } from '../../language/language.svelte.ts';
import Example from './Example.svelte';

const target = document.getElementById('app');
if (target) void language.ready().then(() => mount(Example, { target }));
