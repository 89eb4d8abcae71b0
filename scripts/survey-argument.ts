import { Argument } from "commander";
import { BUNDLED_SURVEY } from "./site.ts";

/** The `[folder]` argument of a command, by default the survey that comes with the project. */
export function surveyArgument(description = "the survey folder, or the survey itself"): Argument {
  return new Argument("[folder]", description).default(BUNDLED_SURVEY, "data/clip");
}
