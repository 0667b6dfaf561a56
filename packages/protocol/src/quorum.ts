/**
 * Faulty members that n validators tolerate: f = floor((n-1)/3) (docs/consensus.md 1,
 * Castro-Liskov 3).
 */
export function maximumFaulty(n: number): number {
  return Math.floor((n - 1) / 3);
}

/**
 * Votes that a certificate needs: Q = ceil((n+f+1)/2). Two quorums share at least f+1 members, and Q
 * live members exist when f are down; equals 2f+1 only where n = 3f+1 (docs/consensus.md 1).
 */
export function quorum(n: number): number {
  return Math.ceil((n + maximumFaulty(n) + 1) / 2);
}
