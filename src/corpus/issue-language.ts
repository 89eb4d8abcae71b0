import { en } from "zod/locales";
import * as z from "zod/mini";

// The small build of zod says nothing of what is wrong without a language. Whoever says it imports this; a map in
// which nothing is wrong is spared it.
z.config(en());
