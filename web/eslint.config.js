import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['**/dist/', 'portal/src/texts/', 'office/src/texts/', 'api/src/schema.d.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs['flat/recommended'],
  { languageOptions: { globals: { ...globals.browser } } },
  { files: ['scripts/**', '*.js', '*.ts', '*/*.config.ts'], languageOptions: { globals: { ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // Ours are read once or replaced whole, never changed in place.
      'svelte/prefer-svelte-reactivity': 'off',
      'no-undef': 'off', // TypeScript knows better.
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off', // That is SvelteKit's router, we have our own.
    },
  },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
);
