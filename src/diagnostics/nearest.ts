import { distance } from 'fastest-levenshtein';

/**
 * The known words nearest to what was written, best first, at most `most`: those a slip of the hand away
 * (two letters in five), or that begin like what was written, as `sun` and `sunday` do.
 */
export function nearest(written: string, known: Iterable<string>, most = 3): string[] {
  const wanted = written.toLowerCase();
  if (wanted.length > 64) return [];
  const reach = Math.max(1, Math.round(wanted.length * 0.4));
  const scored: { word: string; score: number }[] = [];
  for (const word of known) {
    const candidate = word.toLowerCase();
    const steps = distance(wanted, candidate);
    const begins =
      (wanted.length >= 2 && candidate.startsWith(wanted)) ||
      (candidate.length >= 3 && wanted.startsWith(candidate));
    if (steps <= reach || begins) scored.push({ word, score: begins ? Math.min(steps, reach) : steps });
  }
  scored.sort((a, b) => a.score - b.score || (a.word < b.word ? -1 : 1));
  return scored.slice(0, most).map((entry) => entry.word);
}
