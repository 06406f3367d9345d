/** VitePress's own theme in the system's font: nothing is fetched from elsewhere, and little from here. */
import Theme from 'vitepress/theme-without-fonts';
import './style.css';

export default Theme;
