// Letters in the mail catcher.
import { simulator } from './town.mjs';
import { until } from './until.mjs';

async function letters(address) {
  const answer = await fetch(`${simulator('mail')}/messages.json?${new URLSearchParams({ to: address })}`);
  return (await answer.json()).items;
}

/** The newest letter to an address, once `fits` says it is the one. */
export const letterTo = (address, fits = () => true) => until(`a letter to ${address}`, async () => (await letters(address)).find(fits));

/** The code in the newest letter that is not `former`. */
export async function codeTo(address, former = '') {
  const codeIn = (letter) => /\b\d{6}\b/.exec(letter.text ?? '')?.[0];
  return codeIn(await letterTo(address, (letter) => ![undefined, former].includes(codeIn(letter))));
}

/** The link in an invitation. */
export async function linkTo(address) {
  const linkIn = (letter) => /https?:\S+\/activate#\S+/.exec(letter.text ?? '')?.[0];
  return linkIn(await letterTo(address, linkIn));
}
