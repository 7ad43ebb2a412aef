// Leases that last as they were claimed: tests are over before any needs to be renewed.
import type { Leases } from "../../src/ports/leases.ts";

export const briefLeases: Leases = { leaseMs: 120_000, keep: () => () => {} };
