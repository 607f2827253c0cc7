const AT_ONCE = 32;

/**
 * Opens youths by name, as often as it is asked: the same name is the same youth. Gives the ids that were answered; when
 * the server dies, the rest is missing.
 */
export async function openYouths({ url, token }: { readonly url: string; readonly token: string }, count: number): Promise<readonly (string | undefined)[]> {
  const ids: (string | undefined)[] = new Array<undefined>(count).fill(undefined);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) ids[n] = await open({ url, token }, n);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return ids;
}

async function open({ url, token }: { readonly url: string; readonly token: string }, n: number): Promise<string | undefined> {
  const body = { identity: { name: { given: 'Jongere', family: `Nummer${n}` }, birthDate: '2004-05-06' }, municipality: 'GM0153' };
  try {
    const response = await fetch(`${url}/v1/trajectories`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const { trajectoryId } = await response.json() as { readonly trajectoryId?: string };
    return trajectoryId;
  } catch {
    return undefined;
  }
}
