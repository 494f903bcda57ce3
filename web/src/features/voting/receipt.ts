import { sha256 } from '../../wire/sha256';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/**
 * The receipt of a ballot: the first 40 bits of SHA-256 of `r` and the ballot's id, in Crockford's Base32. It stands in the published
 * list once the vote is closed, says nothing of the choices, and leads back to nobody.
 */
export function receiptOf(ballot: string): string {
  let bits = Number.parseInt(sha256(`r${ballot}`).slice(0, 10), 16);
  let text = '';
  for (let place = 0; place < length; place++) {
    text = alphabet[bits % alphabet.length] + text;
    bits = Math.floor(bits / alphabet.length);
  }
  return text;
}

/** A receipt as it is shown: four and four. */
export function inFours(receipt: string): string {
  return receipt.replace(/(.{4})(?=.)/g, '$1 ');
}
