import type { Route } from '@meent/ui/router/Router.svelte';

// A folder of pages is a chunk of its own with its texts, fetched when needed.
const consent = () => import('./pages/consent/index.ts');
const home = () => import('./pages/home/index.ts');
const profile = () => import('./pages/profile/index.ts');
const signIn = () => import('./pages/sign-in/index.ts');
const signInProblem = () => import('./pages/sign-in-problem/index.ts');
const signedOut = () => import('./pages/signed-out/index.ts');
const statements = () => import('./pages/statements/index.ts');

export const routes: readonly Route[] = [
  { path: '/', texts: 'home', load: async () => ({ default: (await home()).Home }) },
  { path: '/sign-in', texts: 'sign-in', load: async () => ({ default: (await signIn()).SignIn }) },
  { path: '/sign-in/problem', texts: 'sign-in-problem', load: async () => ({ default: (await signInProblem()).SignInProblem }) },
  { path: '/consent', texts: 'consent', load: async () => ({ default: (await consent()).Consent }) },
  { path: '/signed-out', texts: 'signed-out', load: async () => ({ default: (await signedOut()).SignedOut }) },
  { path: '/profile', texts: 'profile', load: async () => ({ default: (await profile()).Profile }) },
  { path: '/profile/user-name', texts: 'profile', load: async () => ({ default: (await profile()).UserName }) },
  { path: '/profile/email', texts: 'profile', load: async () => ({ default: (await profile()).Email }) },
  { path: '/profile/picture', texts: 'profile', load: async () => ({ default: (await profile()).Picture }) },
  { path: '/profile/language', texts: 'profile', load: async () => ({ default: (await profile()).LanguagePage }) },
  { path: '/profile/consent', texts: 'profile', load: async () => ({ default: (await profile()).ConsentPage }) },
  { path: '/profile/consent/withdraw', texts: 'profile', load: async () => ({ default: (await profile()).Withdraw }) },
  { path: '/profile/sessions', texts: 'profile', load: async () => ({ default: (await profile()).Sessions }) },
  { path: '/profile/data', texts: 'profile', load: async () => ({ default: (await profile()).MyData }) },
  { path: '/profile/erasure', texts: 'profile', load: async () => ({ default: (await profile()).Erasure }) },
  { path: '/privacy', texts: 'statements', load: async () => ({ default: (await statements()).Privacy }) },
  { path: '/accessibility', texts: 'statements', load: async () => ({ default: (await statements()).Accessibility }) },
];
