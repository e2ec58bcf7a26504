@echo off
if not exist "%~dp0support\start.bat" goto unpack
setlocal
set "NOTICEGEN_MODE=install"
"%~dp0support\start.bat"

:unpack
echo 请先把压缩包全部解压到一个文件夹，再运行这个文件。(Unpack the whole zip first.)
pause
exit /b 1
