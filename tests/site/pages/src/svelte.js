import { mount } from "svelte";
import Archive from "./Archive.svelte";

mount(Archive, { target: document.getElementById("app") });
