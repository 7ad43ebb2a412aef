// Claimed work that goes on longer than its lease: renewed for as long as its worker lives.

export interface Leases {
  /** For how long work is claimed. A worker that dies keeps it from the others for so long at most. */
  readonly leaseMs: number;
  /** Renews the lease of this piece of work again and again, until what is returned is called. */
  keep(kind: "source" | "delivery", id: string): () => void;
}
