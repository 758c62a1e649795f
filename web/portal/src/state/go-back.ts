// Where signing in was to lead, for the pages between that cannot be told in
// their address. Lives as long as the tab.
const key = 'meent.go-back';

export const goBackTo = {
  keep(path: string) {
    try {
      sessionStorage.setItem(key, path);
    } catch {
      // Then one comes home instead.
    }
  },
  read(): string | null {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },
};
