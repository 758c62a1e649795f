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
   * @returns whether it went through.
   */
  async submit(action: () => Promise<void>, check?: () => FieldError[], fields?: readonly string[]): Promise<boolean> {
    if (this.pending) return false;
    this.problem = undefined;
    this.errors = check?.() ?? [];
    if (this.errors.length > 0) {
      this.failures += 1;
      return false;
    }
    this.pending = true;
    try {
      await action();
      return true;
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      this.take(thrown, fields);
      return false;
    } finally {
      this.pending = false;
    }
  }

  private take(problem: Problem, fields: readonly string[] | undefined) {
    const about = problem.fieldErrors.filter(({ field }) => fields?.includes(field) ?? true);
    this.errors = about;
    if (about.length === 0) this.problem = problem;
    this.failures += 1;
  }
}
