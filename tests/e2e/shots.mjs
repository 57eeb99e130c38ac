// Screenshots to look at: `node shots.mjs FOLDER [name=query …]`, each wide, narrow and at 320 px, light and dark.
import { existsSync, mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { answerPictures } from "./fixtures.mjs";
import { serve } from "./server.mjs";

const [folder = "shots", ...asked] = process.argv.slice(2);
const views = asked.length
  ? asked.map((one) => one.split(/=(.*)/s).slice(0, 2))
  : [
      ["timeline", ""],
      ["series", "?view=series"],
      ["gallery", "?view=gallery"],
    ];
const sizes = { wide: [1280, 900], phone: [390, 844], small: [320, 640] };
mkdirSync(folder, { recursive: true });
const { server, origin } = await serve();
const executablePath = existsSync(chromium.executablePath()) ? undefined : (process.env.CHROMIUM ?? "/usr/bin/chromium");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const colorScheme of ["light", "dark"]) {
  for (const [size, [width, height]] of Object.entries(sizes)) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    page.on("console", (message) => console.log(message.type(), message.text()));
    page.on("pageerror", (error) => console.log(String(error)));
    await answerPictures(page);
    for (const [name, query] of views) {
      await page.goto(`${origin}/${query}`);
      await page.waitForLoadState("networkidle");
      await page.screenshot({ path: `${folder}/${name}-${size}-${colorScheme}.png` });
    }
    await page.close();
  }
}
await browser.close();
server.close();
