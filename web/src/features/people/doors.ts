import { reason } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { type Answer, get, post } from '../../wire/http';
import type { GroupId, Phase, Problem, StakeholderGroup, Text } from '../../wire/wire.g';

/** What a code shows before one goes in. */
export interface Door {
  readonly workshop: string;
  readonly title: Text;
  readonly languages: readonly string[];
  readonly groups: readonly StakeholderGroup[];
  readonly phase: Phase;
  /** This browser has been in already, under this name. */
  readonly returning?: { readonly name: string };
}

/** The form, filled in. The key is the device's own until it is answered, so that a second try is the same person. */
export interface Joining {
  readonly code: string;
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly language: string;
  readonly group: GroupId;
}

/** Looks behind a code. */
export function lookBehind(code: string): Promise<Answer<Door>> {
  return get(`/api/doors/${code}`);
}

/** Why a door stayed shut: by its status, since whatever stands before the server limits guessing too. */
export function reasonAtTheDoor({ status, problem }: { readonly status: number; readonly problem: Problem }): string {
  if (status === 404) return t('join.unknown-code');
  return status === 429 ? t('join.too-many-attempts') : reason(problem);
}

/** Goes in. */
export function join(joining: Joining): Promise<Answer<{ readonly workshop: string; readonly person: string }>> {
  return post('/api/join', joining);
}
