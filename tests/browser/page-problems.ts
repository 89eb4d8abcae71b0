import type { BrowserContext } from "playwright-core";

/**
 * Collects what must not happen on a page: console errors and warnings, uncaught errors, answers of 400
 * and above, requests to another host than `siteUrl`'s. The list grows while the context lives.
 */
export function watchProblems(context: BrowserContext, siteUrl: string): readonly string[] {
  const problems: string[] = [];
  const host = new URL(siteUrl).host;
  context.on("console", (message) => {
    const kind = message.type();
    if (kind === "error" || kind === "warning") problems.push(`console ${kind}: ${message.text()}`);
  });
  context.on("weberror", (webError) => {
    problems.push(`uncaught: ${webError.error().message}`);
  });
  context.on("request", (request) => {
    const { protocol, host: other } = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(protocol) && other !== host)
      problems.push(`foreign request: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`answer ${response.status()}: ${response.url()}`);
  });
  return problems;
}

/** What was not expected of the problems, and what was expected and did not come; none is []. */
export function unexpected(problems: readonly string[], expected: readonly RegExp[]): string[] {
  const surprises = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
  const missing = expected.filter((pattern) => !problems.some((problem) => pattern.test(problem)));
  return [...surprises, ...missing.map((pattern) => `expected and did not come: ${pattern}`)];
}
