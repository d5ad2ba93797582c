import { dataInvalid, show } from './data-invalid.ts';

/**
 * Refuses what is left of options once the known ones are taken, so that a misspelt one is not silently replaced by
 * its default. Throws DATA_INVALID.
 */
export function refuseUnknown(of: string, rest: object): void {
  const [unknown] = Object.keys(rest);
  if (unknown === undefined) return;
  throw dataInvalid(`${of}: there is no option ${show(unknown)}; correct its spelling, or leave it out.`);
}
