// The questions of this visit. Plates stay in the memory of this page alone:
// nothing of them is written to the device, and loading anew forgets them.
import type { Problem } from '@meent/api';
import { answer, asProblem, client } from '../../state/api.ts';
import type { PlateAnswer } from './answer.ts';
import type { Place, Zone } from './remembered-place.ts';
import { plain } from './plate.ts';

export interface Asked {
  /** Counts the questions of this visit. */
  number: number;
  plate: string;
  /** Empty: any. */
  country: string;
  place: Place;
  zoneName: string;
  askedAt: string;
  heardAt_ms: number;
  answer: PlateAnswer;
}

interface Question {
  plate: string;
  country: string;
  place: Place;
  /** Asked again: about the moment it was seen, not about now. */
  before?: Asked;
}

const most = 40;

class Visit {
  asked = $state.raw<readonly Asked[]>([]);
  /** What fills the screen. */
  shown = $state.raw<Asked>();
  /** What could not be asked, to be asked again with a tap. */
  failed = $state.raw<{ question: Question; problem: Problem }>();
  pending = $state.raw<Question>();
  private count = 0;

  /** @returns whether an answer came. */
  async ask(question: Question): Promise<boolean> {
    if (this.pending) return false;
    this.pending = question;
    this.failed = undefined;
    this.shown = undefined;
    const { plate, country, place, before } = question;
    try {
      const seen = { plate: plain(plate), ...(country ? { country } : {}), ...(before ? { at: before.answer.at } : {}) };
      const { items, zoneName, askedAt } = await answer(client.POST('/api/staff/plate-checks', { body: { plates: [seen], zone: place.zone } }));
      const [found] = items;
      if (!found) return false;
      this.keep({ number: before?.number ?? (this.count += 1), plate, country, place, zoneName, askedAt, heardAt_ms: Date.now(), answer: found });
      return true;
    } catch (thrown) {
      this.failed = { question, problem: asProblem(thrown) };
      return false;
    } finally {
      this.pending = undefined;
    }
  }

  askAgain(before: Asked): Promise<boolean> {
    return this.ask({ plate: before.plate, country: before.country, place: before.place, before });
  }

  private keep(asked: Asked) {
    this.shown = asked;
    this.asked = [asked, ...this.asked.filter(({ number }) => number !== asked.number)].slice(0, most);
  }

  forget() {
    this.asked = [];
    this.shown = undefined;
    this.failed = undefined;
  }
}

export const visit = new Visit();

export const fetchZones = async (): Promise<readonly Zone[]> => (await answer(client.GET('/api/staff/plate-checks'))).items;
