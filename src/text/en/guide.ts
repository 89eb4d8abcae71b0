import { help } from "./help.ts";
import { keeping } from "./keeping.ts";
import { reading } from "./reading.ts";
import { tour } from "./tour.ts";

/** What the page says in English when it is asked for help, the tour or the reader's own marks. */
export const ENGLISH_GUIDE = { help, keeping, reading, tour };
