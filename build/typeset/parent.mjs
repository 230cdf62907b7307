import net from "node:net";
import { isMainThread, Worker } from "node:worker_threads";

/**
 * Ends this process at once when `grokking`, which started it and holds the other end of its standard input, is gone:
 * nobody holds the output folder any more. In a thread of its own, since typesetting keeps the main one busy.
 */
export function endWithParent() {
  if (process.env.GROKKING_ENDS_WITH_STDIN === "1") new Worker(new URL(import.meta.url)).unref();
}

if (!isMainThread) {
  const end = () => process.kill(process.pid, "SIGKILL");
  new net.Socket({ fd: 0 }).on("error", end).on("close", end).resume();
}
