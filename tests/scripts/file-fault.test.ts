import { expect, test } from "vitest";
import { fileFault, isFull, isSystemError, systemFault } from "../../scripts/file-fault.ts";
import { buildFault } from "../../scripts/site/build-fault.ts";

const fault = (code: string, more: object = {}) =>
  Object.assign(new Error(`${code}: as the system says it`), { code, errno: -1, ...more });

test.each([
  "EACCES",
  "EPERM",
  "EISDIR",
  "ENOTDIR",
  "EROFS",
  "ENOSPC",
  "EDQUOT",
  "EMFILE",
  "ENFILE",
  "ELOOP",
  "ENAMETOOLONG",
  "EBUSY",
  "EIO",
])("fileFault names file, fault and remedy of %s", (code) => {
  expect(fileFault("a/b.json", "written", fault(code))).toMatch(
    new RegExp(`^a/b\\.json: cannot be written: ${code}: [a-z][^;]+; [a-z].+$`),
  );
});

test("fileFault keeps the words of what it does not know", () => {
  expect(fileFault("a", "read", fault("ESTALE"))).toBe("a: cannot be read: ESTALE: as the system says it");
  expect(fileFault("a", "read", new Error("no"))).toBe("a: cannot be read: no");
  expect(fileFault("a", "read", fault("ENOENT"))).toBe("a: no such file; check the path");
});

test("systemFault names the file that the error names", () => {
  expect(systemFault(fault("EACCES", { path: "p", syscall: "open" }))).toMatch(
    /^p: cannot be opened: EACCES/,
  );
  expect(systemFault(fault("EACCES", { path: "p", syscall: "scandir" }))).toMatch(/^p: cannot be read/);
  expect(systemFault(fault("EXDEV", { path: "p", dest: "q", syscall: "rename" }))).toBe(
    "q: cannot be written: EXDEV: as the system says it",
  );
  expect(systemFault(fault("EACCES"))).toBe("EACCES: as the system says it");
});

test("isSystemError and isFull tell faults of the system from those of a program", () => {
  expect([fault("ESTALE"), new TypeError("x"), "ENOSPC", null].map(isSystemError)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(["ENOSPC", "EDQUOT", "EIO"].map((code) => isFull(fault(code)))).toEqual([true, true, false]);
});

test("buildFault finds the file in what vite throws", () => {
  const build = (errors: readonly object[]) => Object.assign(new Error("Build failed"), { errors });
  const words =
    "went wrong\nFailed to write file in /d/a.js\n\nCaused by:\n    No space left (os error 28)\n\nStack";
  expect(buildFault(build([{ message: words }]))).toMatchObject({
    name: "CommandError",
    message: "/d/a.js: cannot be written: ENOSPC: the disk is full; free some space and run it again",
  });
  const plugin = { ...fault("ENOTDIR", { syscall: "scandir", path: "/d" }), pluginCode: "ENOTDIR" };
  expect(buildFault(build([{ ...plugin, code: "PLUGIN_ERROR", message: "m" }]))).toMatchObject({
    name: "CommandError",
    message: expect.stringMatching(/^\/d: cannot be read: ENOTDIR: .*; /),
  });
  for (const other of [build([{ message: "a fault of the source" }]), new Error("x"), null])
    expect(buildFault(other)).toBe(other);
});
