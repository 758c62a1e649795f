// Lighthouse no longer says whether a site can be put on the home screen; Chromium does.

/** @returns what hinders it, in Chromium's own words: nothing, if all is well. */
export async function installable(tab, path) {
  await tab.goto(path);
  const session = await tab.context().newCDPSession(tab);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  await session.detach();
  return installabilityErrors.map(({ errorId }) => errorId);
}
