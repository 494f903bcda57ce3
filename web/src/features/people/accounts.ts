import { type Answer, get, post } from '../../wire/http';

/** Someone who runs workshops. */
export interface Account {
  readonly name: string;
  readonly login: string;
  readonly language: string;
}

/** Whether the first account is still to be made. */
export function setupNeeded(): Promise<Answer<{ readonly needed: boolean }>> {
  return get('/api/setup');
}

/** Makes the first account and signs in. */
export function setUp(first: {
  readonly token: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly language: string;
}): Promise<Answer<Account>> {
  return post('/api/setup', first);
}

/** Chooses another password; signs out everything else of the account. */
export function changePassword(current: string, password: string): Promise<Answer<Account>> {
  return post('/api/password', { current, password });
}

/** Chooses a password by the operator's link, and signs in. */
export function resetPassword(token: string, password: string): Promise<Answer<Account>> {
  return post('/api/reset', { token, password });
}

/** Signs in. */
export function signIn(login: string, password: string): Promise<Answer<Account>> {
  return post('/api/sign-in', { login, password });
}
