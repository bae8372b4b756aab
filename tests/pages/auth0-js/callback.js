// Where a popup comes back to: auth0-js hands the answer to the window that opened it.
import { auth } from "./client.js";

auth.popup.callback();
