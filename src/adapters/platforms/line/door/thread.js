// Where the door's thread begins. Plain JavaScript, for what start.js says of itself: types are stripped once, and kept compiled.
import { enableCompileCache } from "node:module";

enableCompileCache();
await import("./serve-door.ts");
