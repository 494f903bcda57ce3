import type { Problem, Snapshot } from './wire.g';

/** What an HTTP request comes to: refusals and lost connections are values. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly problem: Problem };

/** No answer came: status 0. */
export const unreachable: Answer<never> = { ok: false, status: 0, problem: { code: 'network.unreachable', args: {} } };

/** Asks for JSON. */
export function get<T>(path: string, signal?: AbortSignal): Promise<Answer<T>> {
  return ask(path, signal ? { signal } : {});
}

/** Sends JSON. */
export function post<T>(path: string, body: unknown = {}): Promise<Answer<T>> {
  return ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/** A whole view, at least as new as `at`. Status 403 or 404: it may not be seen. */
export function fetchView(workshop: string, view: string, at?: number): Promise<Answer<Snapshot>> {
  const [audience, topic] = view.split('/') as [string, string];
  const path = `/api/workshops/${workshop}/views/${encodeURIComponent(audience)}/${encodeURIComponent(topic)}`;
  return get(at === undefined ? path : `${path}?at=${at}`);
}

async function ask<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { credentials: 'same-origin', ...init });
    const text = await response.text();
    if (response.ok) return { ok: true, value: (text ? JSON.parse(text) : undefined) as T };
    return { ok: false, status: response.status, problem: problemIn(text) };
  } catch {
    return unreachable;
  }
}

/** A proxy's page of HTML is a fault like any other. */
function problemIn(text: string): Problem {
  try {
    const body = JSON.parse(text) as Partial<Problem>;
    if (typeof body.code === 'string') return { code: body.code, args: body.args ?? {} };
  } catch {}
  return { code: 'server.fault', args: {} };
}
