// The entry of the bundle: both classes, as the package exports them, and what takes an app to a hosted login page.
export { Auth0Lock, Auth0LockPasswordless } from "auth0-lock";
export { WebAuth } from "auth0-js";
