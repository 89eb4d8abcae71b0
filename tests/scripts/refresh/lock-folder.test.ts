import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { processStart } from "../../../scripts/process-start.ts";
import { isLocked, lockFolder } from "../../../scripts/refresh/lock-folder.ts";

const children: ChildProcess[] = [];
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lock-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

describe("lockFolder", () => {
  test("gives the lock to one, says who has it, and gives it back", async () => {
    const file = join(folder, "refresh.lock");
    const unlock = await lockFolder(file);
    expect(await isLocked(file)).toBe(true);
    await expect(lockFolder(file)).rejects.toThrow(`process ${process.pid}`);
    await unlock();
    expect(await isLocked(file)).toBe(false);
    await (await lockFolder(file))();
  });

  const reused = `${process.pid}\nnot when this process started\n`;

  test.each(["999999999\n", "999999999\n12\n", "", "nonsense", reused])(
    "takes over a lock that holds %j",
    async (text) => {
      const file = join(folder, "refresh.lock");
      await writeFile(file, text);
      await (await lockFolder(file))();
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test("does not touch the lock of a living process from before start times were kept", async () => {
    const file = join(folder, "refresh.lock");
    await writeFile(file, `${process.pid}\n`);
    expect(await isLocked(file)).toBe(true);
    await expect(lockFolder(file)).rejects.toThrow(`process ${process.pid}`);
  });

  test.runIf(process.platform === "linux")("takes a process that ended unfetched for gone", async () => {
    const parent = spawn("sh", ["-c", "sh -c 'exit 0' & echo $!; exec sleep 60"]);
    children.push(parent);
    const [pid] = await once(parent.stdout, "data");
    const file = join(folder, "refresh.lock");
    await writeFile(file, String(pid));
    await expect.poll(() => isLocked(file)).toBe(false);
  });

  test.each([
    ["a lock of a dead process", { "refresh.lock": "999999999\n" }],
    ["a lock whose number was reused", { "refresh.lock": reused }],
    [
      "a takeover that died itself",
      { "refresh.lock": "999999999\n", "refresh.lock.takeover": "999999998\n7\n" },
    ],
    ["no lock", {}],
  ])("gives %s to one of many who want it at once", async (_, files) => {
    const file = join(folder, "refresh.lock");
    for (let round = 0; round < 10; round++) {
      for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
      const tries = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(file)));
      const won = tries.flatMap((tried) => (tried.status === "fulfilled" ? [tried.value] : []));
      expect(won).toHaveLength(1);
      for (const tried of tries)
        if (tried.status === "rejected") expect(String(tried.reason)).toContain(`process ${process.pid}`);
      await won[0]?.();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  test("says what to do about a lock that is a folder, or stands where no folder is", async () => {
    const file = join(folder, "refresh.lock");
    await mkdir(file);
    const message = `${file}: cannot be read: EISDIR: it is a folder, not a file; move the folder away`;
    await expect(lockFolder(file)).rejects.toThrow(message);
    await expect(isLocked(file)).rejects.toThrow(message);
    await writeFile(join(folder, "plain"), "");
    expect(await isLocked(join(folder, "plain", "refresh.lock"))).toBe(false);
    await expect(lockFolder(join(folder, "plain", "refresh.lock"))).rejects.toThrow(
      "cannot be written: ENOTDIR",
    );
  });
});

describe("processStart", () => {
  test.runIf(process.platform === "linux")("tells apart what started at different times", async () => {
    const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    children.push(child);
    const [mine, its] = [await processStart(process.pid), await processStart(child.pid ?? 0)];
    expect(mine).toMatch(/^\d+$/);
    expect(await processStart(process.pid)).toBe(mine);
    expect(Number(its)).toBeGreaterThan(Number(mine));
    expect(await processStart(999_999_999)).toBeNull();
  });

  test.runIf(spawnSync("ps", ["-o", "lstart=", "-p", String(process.pid)]).status === 0)(
    "asks ps where there is no /proc",
    async () => {
      const mine = await processStart(process.pid, "darwin");
      expect(Date.parse(`${mine} UTC`)).toBeLessThan(Date.now());
      expect(await processStart(999_999_999, "darwin")).toBeNull();
    },
  );
});
