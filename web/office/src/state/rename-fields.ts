// The dialog that signs in again stands on top of a form that may have fields
// of the same names; ids must not be there twice. So signing in has names of
// its own, and what the API says of its fields is told of ours.
import { Problem } from '@meent/api';

export async function renamingFields<T>(names: Readonly<Record<string, string>>, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const { status, code, title, detail, requestId, retryAfterSeconds, fieldErrors } = thrown;
    const errors = fieldErrors.map((error) => ({ ...error, field: names[error.field] ?? error.field }));
    throw new Problem({ status, code, title, detail, requestId, retryAfterSeconds, errors });
  }
}
