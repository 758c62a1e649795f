// A form's state while it is sent. Fields show their own error; whatever is
// about no field is the form's problem. Nothing typed is lost on an error, and
// a second press while the first is under way does nothing (P-51).
import { Problem } from '@meent/api/problem';
import type { FieldError } from './errors.ts';

export class FormState {
  pending = $state(false);
  errors = $state<FieldError[]>([]);
  problem = $state<Problem>();
  /** Counts the failed tries, so that the summary takes focus at each. */
  failures = $state(0);

  errorOf(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.detail;
  }

  clear() {
    this.errors = [];
    this.problem = undefined;
  }

  /**
   * @param fields the fields on the page; what is wrong with any other is the form's problem.
   * @returns whether it went through; of a second press nothing comes, nor of what follows on it.
   */
  async submit(action: () => Promise<void>, check?: () => FieldError[], fields?: readonly string[]): Promise<boolean> {
    if (this.pending) return new Promise(() => undefined);
    const wrong = check?.() ?? [];
    if (wrong.length > 0) return this.fail(wrong);
    // What was wrong before stays until the answer is there: nothing moves under a second press.
    this.pending = true;
    try {
      await action();
      this.clear();
      return true;
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      const about = thrown.fieldErrors.filter(({ field }) => fields?.includes(field) ?? true);
      return this.fail(about, about.length > 0 ? undefined : thrown);
    } finally {
      this.pending = false;
    }
  }

  private fail(errors: FieldError[], problem?: Problem): false {
    this.errors = errors;
    this.problem = problem;
    this.failures += 1;
    return false;
  }
}
