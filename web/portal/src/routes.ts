import type { Route } from '@meent/ui/router/Router.svelte';

type Pages = Record<string, Awaited<ReturnType<Route['load']>>['default']>;

/** A folder of pages is a chunk of its own with its texts, fetched when needed. */
function folder<P extends Pages>(texts: string, load: () => Promise<P>, pages: readonly (readonly [path: string, page: keyof P])[]): Route[] {
  return pages.map(([path, page]) => ({ path, texts, load: async () => ({ default: (await load())[page] }) }));
}

export const routes: readonly Route[] = [
  ...folder('home', () => import('./pages/home/index.ts'), [['/', 'Home']]),
  ...folder('sign-in', () => import('./pages/sign-in/index.ts'), [
    ['/sign-in', 'SignIn'],
    ['/sign-in/problem', 'SignInProblem'],
    ['/signed-out', 'SignedOut'],
  ]),
  ...folder('consent', () => import('./pages/consent/index.ts'), [['/consent', 'Consent']]),
  ...folder('profile', () => import('./pages/profile/index.ts'), [
    ['/profile', 'Profile'],
    ['/profile/user-name', 'UserName'],
    ['/profile/email', 'Email'],
    ['/profile/picture', 'Picture'],
    ['/profile/language', 'LanguagePage'],
    ['/profile/consent', 'ConsentPage'],
    ['/profile/consent/withdraw', 'Withdraw'],
    ['/profile/sessions', 'Sessions'],
    ['/profile/data', 'MyData'],
    ['/profile/erasure', 'Erasure'],
  ]),
  ...folder('wallet', () => import('./pages/wallet/index.ts'), [
    ['/wallet', 'Wallet'],
    ['/wallet/transactions', 'Transactions'],
    ['/wallet/refund', 'Refund'],
    ['/top-up', 'TopUp'],
    ['/top-up/:id', 'Outcome'],
    ['/parking', 'ParkingSessions'],
    ['/parking/book', 'Book'],
    ['/parking/plates', 'Plates'],
    ['/parking/sessions/:id', 'SessionPage'],
  ]),
  ...folder('statements', () => import('./pages/statements/index.ts'), [
    ['/zones', 'Zones'],
    ['/privacy', 'Privacy'],
    ['/accessibility', 'Accessibility'],
  ]),
];
