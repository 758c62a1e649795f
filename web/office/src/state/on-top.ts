// Saving one of several that have one version together. When another was changed
// meanwhile, ours is saved on top of that; when the same one was, one looks first.
import { asProblem } from './api.ts';

/** What was saved; or what is there now, when somebody else changed the same one meanwhile. */
export type Saved<All> = { saved: All } | { meanwhile: All };

interface Ways<All> {
  one: (all: All) => unknown;
  save: (all: All) => Promise<All>;
  read: () => Promise<All>;
}

export async function saveOnTop<All>(all: All, { one, save, read }: Ways<All>, again = false): Promise<Saved<All>> {
  try {
    return { saved: await save(all) };
  } catch (thrown) {
    if (asProblem(thrown).code !== 'changed-meanwhile' || again) throw thrown;
    const latest = await read();
    if (JSON.stringify(one(all)) !== JSON.stringify(one(latest))) return { meanwhile: latest };
    return saveOnTop(latest, { one, save, read }, true);
  }
}
