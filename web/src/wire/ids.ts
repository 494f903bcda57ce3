import type { ActivityId, CardId, ClusterId, PersonId, PlanLineId } from './wire.g';

/** The id of a workshop: the word in every address. */
export type WorkshopId = string & { readonly of: 'WorkshopId' };

/** The id of a command, a UUIDv7: also the id of the thing that the command makes. */
export type CommandId = string & { readonly of: 'CommandId' };

/** Every id that names a thing of a workshop. */
export type ThingId = ActivityId | CardId | ClusterId | PersonId | PlanLineId;

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** As many random bytes, in lower-case hex digits. Works on plain HTTP too. */
export function randomHex(bytes = 16): string {
  return hex(crypto.getRandomValues(new Uint8Array(bytes)));
}

let lastTime = 0;
let lastCount = 0;

/**
 * A new id. Ids of this page rise in the order of the calls, whatever the device's clock does meanwhile.
 */
export function newId(now = Date.now()): CommandId {
  if (now > lastTime) {
    lastTime = now;
    lastCount = 0;
  } else if (++lastCount > 0xfff) {
    lastTime += 1;
    lastCount = 0;
  }
  const time = lastTime.toString(16).padStart(12, '0');
  const random = crypto.getRandomValues(new Uint8Array(8));
  random[0] = (random[0]! & 0x3f) | 0x80; // the variant of RFC 9562
  const tail = hex(random);
  const count = lastCount.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${tail.slice(0, 4)}-${tail.slice(4)}` as CommandId;
}

/** Makes all new ids greater than this one: of a queue that an earlier visit left, perhaps with a clock that went wrong. */
export function idsAfter(id: string): void {
  const time = Number.parseInt(id.slice(0, 13).replace('-', ''), 16);
  if (Number.isFinite(time) && time >= lastTime) {
    lastTime = time;
    lastCount = Number.parseInt(id.slice(15, 18), 16) || 0;
  }
}
