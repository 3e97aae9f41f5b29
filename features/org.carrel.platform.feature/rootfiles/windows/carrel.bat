@echo off
rem Starts Carrel. With a first word of "cli" it runs the headless commands instead of the workbench.
setlocal
set "CARREL_HOME=%~dp0"
set "LAUNCHER="
for %%j in ("%CARREL_HOME%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%j"
if not defined LAUNCHER (
  echo Carrel's folder %CARREL_HOME% is not complete: unpack the archive again. 1>&2
  exit /b 1
)
echo placeholder
