import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  logLevel: "warn",
  plugins: [svelte(), vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "blog-explorer" } } })],
  build: { rolldownOptions: { input: ["plain.html", "react.html", "vue.html", "svelte.html"] } },
});
