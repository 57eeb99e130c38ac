import { createApp } from "vue";
import Archive from "./Archive.vue";

createApp(Archive).mount("#app");
