@echo off
rem Find a Python and run the program with it. NOTICEGEN_MODE is install, drop or command.
rem
rem ASCII only, on purpose: cmd.exe reads a batch file in the code page of its console, which is
rem 936 on most Chinese machines, 65001 where Windows was told to use UTF-8, and 437 on an English
rem one. chcp 65001 would cure that for the lines after it, but older cmd.exe loses its place in a
rem batch file with Chinese in it then. What must be said in Chinese without Python stands in text
rem files in UTF-16 with a byte order mark, which TYPE shows right under any code page.
rem
rem No delayed expansion where a path is used: it would eat the ! of a folder. No CALL with a path:
rem it would expand the percent sign of a folder a second time.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0.."
set "PY="
set "PYFLAG="
set "WANTED=3.13 3.12 3.11"
rem Explorer's own command line, for support\drop.py; nested, so that it outlives the expansion.
setlocal EnableDelayedExpansion
set "NOTICEGEN_LINE=!cmdcmdline!"
setlocal DisableDelayedExpansion
if "%NOTICEGEN_MODE%"=="install" goto search
if not exist "%HERE%\program\__main__.py" goto not_installed
for %%v in (3.13 3.12 3.11) do if exist "%HERE%\program\python-%%v" set "WANTED=%%v"

:search
set "FLAG="
pushd "%HERE%"
for /d %%d in (python*) do (set "TRY=%HERE%\%%d\python.exe" & call :probe)
popd
set "TRY=py"
for %%v in (%WANTED%) do (set "FLAG=-%%v" & call :probe)
set "FLAG="
for %%n in (python python3) do (set "TRY=%%n" & call :probe)
for %%n in (313 312 311) do (set "TRY=%LOCALAPPDATA%\Programs\Python\Python%%n\python.exe" & call :probe)
if not defined PY goto no_python
goto %NOTICEGEN_MODE%

:install
"%PY%" %PYFLAG% -I "%HERE%\support\install.py"
set "CODE=%errorlevel%"
goto leave

:drop
"%PY%" %PYFLAG% -I "%HERE%\support\drop.py" %*
set "CODE=%errorlevel%"
goto leave

:command
"%PY%" %PYFLAG% -I "%HERE%\program" %*
exit /b %errorlevel%

:probe
if defined PY goto :eof
"%TRY%" %FLAG% -I "%HERE%\support\check.py" %WANTED% >nul 2>nul
if not "%errorlevel%"=="0" goto :eof
set "PY=%TRY%"
set "PYFLAG=%FLAG%"
goto :eof

:no_python
type "%HERE%\support\no-python.txt"
goto stopped

:not_installed
type "%HERE%\support\not-installed.txt"

:stopped
set "CODE=1"
if "%NOTICEGEN_MODE%"=="command" exit /b 1

:leave
pause
rem Typed at a prompt: the prompt stays. Else leave cmd.exe itself: it would go on with what follows
rem the ampersand of a dropped name that Explorer did not quote.
setlocal EnableDelayedExpansion
if /i "!NOTICEGEN_LINE:/c =!"=="!NOTICEGEN_LINE!" exit /b %CODE%
exit %CODE%
