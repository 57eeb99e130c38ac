import { existsSync } from "node:fs";
import { chromium, defineConfig } from "@playwright/test";

const system = process.env.CHROMIUM ?? "/usr/bin/chromium";
const executablePath = existsSync(chromium.executablePath()) ? undefined : system;

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Generous, for machines with much else to do: a test waits for what it expects, not for time.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: "list",
  use: {
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    launchOptions: {
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
