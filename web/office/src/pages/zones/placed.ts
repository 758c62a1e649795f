// What the API says of its fields, told of the fields of this page.
import { Problem } from '@meent/api';
import type { Rules } from './types.ts';
import { fieldOf } from './typed.ts';

/** @param rules those that were sent, to say which of their streets it is. */
export async function placed<T>(call: Promise<T>, rules?: Rules): Promise<T> {
  try {
    return await call;
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const { status, code, title, detail, requestId, retryAfterSeconds, fieldErrors } = thrown;
    const errors = fieldErrors.map((error) => {
      const [, index] = /streets\[(\d+)\]/.exec(error.field) ?? [];
      const street = index === undefined ? undefined : rules?.streets[Number(index)];
      return { ...error, field: fieldOf(error.field), detail: street ? `${street.name}: ${error.detail}` : error.detail };
    });
    throw new Problem({ status, code, title, detail, requestId, retryAfterSeconds, errors });
  }
}
