// Invented citizens, one for each test, so that tests don't meet in one account.
import { randomInt } from 'node:crypto';
import { simulators } from './town.mjs';

const firstNames = ['Mila', 'Noé', 'Jürgen', 'Amélie', 'Sem', 'Aylin', 'Björn', 'Élise'];
const lastNames = ['Aerts', 'Öztürk', 'Lefèvre', 'De Bruyne', 'Müller', 'Van den Broeck', 'Claeys', 'Haddad'];
const one = (list) => list[randomInt(list.length)];

/** A national number that passes its check: 97 less the rest of its first nine digits by 97. */
export function nationalNumber({ year, month, day, serial }) {
  const two = (number) => String(number).padStart(2, '0');
  const nine = `${two(year % 100)}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`;
  // Who was born from 2000 on has a 2 before the nine digits.
  const check = 97 - (Number(year >= 2000 ? `2${nine}` : nine) % 97);
  return nine + two(check);
}

/** Makes somebody known to itsme and eID. */
export async function newCitizen(more = {}) {
  const birth = { year: randomInt(1940, 2005), month: randomInt(1, 13), day: randomInt(1, 29) };
  const citizen = {
    nationalNumber: nationalNumber({ ...birth, serial: randomInt(1, 998) }),
    firstName: one(firstNames),
    lastName: one(lastNames),
    birthdate: [birth.year, birth.month, birth.day].map((part) => String(part).padStart(2, '0')).join('-'),
    language: 'nl',
    address: { street: 'Kerkstraat', number: '12', box: '3', postcode: '9999', town: 'Noorderhaven' },
    ...more,
  };
  const answer = await fetch(`${simulators()}/citizens.json`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(citizen) });
  if (!answer.ok) throw new Error(`the citizen was not taken: ${await answer.text()}`);
  return citizen;
}
