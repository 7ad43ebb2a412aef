#!/usr/bin/env node
// Where Node begins. Plain JavaScript: Node's stripper of types, once it has worked, keeps 20 MiB for good. From the second start on,
// everything below comes stripped and compiled from the cache, and it is never loaded.
import { enableCompileCache } from "node:module";

enableCompileCache();
await import("./main.ts");
