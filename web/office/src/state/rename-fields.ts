// What the API says of its fields, told of the fields of a page, where those have
// names of their own: the dialog that signs in again stands on top of a form that
// may have fields of the same names, and ids must not be there twice.
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
