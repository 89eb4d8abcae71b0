import { expect, test } from "vitest";
import { CommandError, fileError } from "../../../scripts/command.ts";
import { withRoom } from "../../../scripts/refresh/write-with-room.ts";

const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
  code: "ENOSPC",
  errno: -28,
});
const denied = Object.assign(new Error("EACCES: permission denied, open"), { code: "EACCES", errno: -13 });

/** An act that fails so often with the error, and how often it was done. */
function failing(times: number, error: Error) {
  const done = { times: 0 };
  const act = async () => {
    done.times += 1;
    if (done.times <= times) throw error;
    return "done";
  };
  return { act, done };
}

test("withRoom acts again while the disk is full and room is given", async () => {
  for (const error of [full, fileError("refresh.lock", "written", full)]) {
    const { act, done } = failing(2, error);
    expect(await withRoom(act, async () => true)).toBe("done");
    expect(done.times).toBe(3);
  }
});

test("withRoom throws what it met when no room is given, or room is not what is missing", async () => {
  await expect(withRoom(failing(1, full).act, async () => false)).rejects.toBe(full);
  await expect(withRoom(failing(1, denied).act, async () => true)).rejects.toBe(denied);
  const refused = new CommandError("another refresh is at work");
  await expect(withRoom(failing(1, refused).act, async () => true)).rejects.toBe(refused);
});
