// What was measured, as a table, and by what points were lost.
import { availableParallelism, loadavg } from 'node:os';

const bounds = { performance: 95, accessibility: 100, 'best-practices': 100 };

/** @returns whether every page is within its bounds. */
export function tell(found) {
  row('page', [...Object.keys(bounds), 'installable']);
  let all = true;
  for (const { page, scores, hindrances } of found) {
    const low = Object.keys(bounds).filter((id) => scores[id] < bounds[id]);
    row(page, [...Object.entries(bounds).map(([id, least]) => (low.includes(id) ? `${scores[id]}, not ${least}` : scores[id])), hindrances.length === 0 ? 'yes' : 'NO']);
    all &&= low.length === 0 && hindrances.length === 0;
  }
  for (const each of found) explain(each);
  // Performance is reckoned from how long things took here; browser and town are some of the load themselves.
  const load = loadavg()[0];
  if (!all && load > availableParallelism() + 1) console.log(`This machine was busy (a load of ${load.toFixed(1)}), which costs performance: measure again when it is not.`);
  return all;
}

const row = (first, others) => console.log([first.padEnd(6), ...others.map((other) => String(other).padEnd(15))].join(' ').trimEnd());

function explain({ page, performances, losses, hindrances }) {
  console.log(`${page}: performance in each run ${performances.join(', ')}`);
  for (const { category, name, title, score, value, where } of losses) {
    console.log(`  ${category}: ${name} ${score}${value ? ` (${value})` : ''}: ${title}`);
    for (const one of where) console.log(`    ${one}`);
  }
  for (const hindrance of hindrances) console.log(`  not installable: ${hindrance}`);
}
