// One page under Lighthouse, some times over. Phone, slow connection and slow
// processor are Lighthouse's own defaults.
import lighthouse from 'lighthouse';

/** How fast a page is differs from run to run; what it does wrong does not. */
const runs = 3;
const categories = ['performance', 'accessibility', 'best-practices'];
/**
 * Each run is a first visit of somebody signed in: cookies stay, but nothing that
 * makes a second visit faster does.
 */
const clearStorageTypes = ['file_systems', 'shader_cache', 'service_workers', 'cache_storage', 'local_storage', 'indexeddb'];

/** @returns the three scores, and by category what cost points. */
export async function measure(address, port) {
  const reports = [];
  for (let run = 0; run < runs; run += 1) reports.push(await once(address, port));
  reports.sort((one, other) => one.categories.performance.score - other.categories.performance.score);
  const median = reports[Math.floor(runs / 2)];
  const worst = (id) => reports.reduce((least, report) => (report.categories[id].score < least.categories[id].score ? report : least));
  const from = { performance: median, accessibility: worst('accessibility'), 'best-practices': worst('best-practices') };
  return {
    scores: Object.fromEntries(categories.map((id) => [id, Math.round(from[id].categories[id].score * 100)])),
    performances: reports.map((report) => Math.round(report.categories.performance.score * 100)),
    losses: categories.flatMap((id) => lossesOf(from[id], id)),
  };
}

async function once(address, port) {
  const { lhr } = await lighthouse(address, { port, logLevel: 'error', output: 'json', onlyCategories: categories, clearStorageTypes });
  if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  // Signed out, it would be another page that is measured.
  const { pathname } = new URL(lhr.finalDisplayedUrl);
  if (pathname !== new URL(address).pathname) throw new Error(`${address} led to ${pathname}`);
  return lhr;
}

/** Only what counts: Lighthouse also says much that costs nothing. */
function lossesOf(lhr, id) {
  return lhr.categories[id].auditRefs.flatMap(({ id: name, weight }) => {
    const { score, title, displayValue, details } = lhr.audits[name];
    if (weight === 0 || score === null || score >= 1) return [];
    return [{ category: id, name, title, score: Math.round(score * 100), value: displayValue, where: whereOf(details) }];
  });
}

/** The first few elements, addresses or words that an audit complains of. */
function whereOf(details) {
  const told = (details?.items ?? []).map((item) => item.node?.selector ?? item.url ?? item.description ?? item.source);
  return told.filter((each) => typeof each === 'string').slice(0, 3);
}
